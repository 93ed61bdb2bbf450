import type { LoadShortfall, ServerFailureReason } from "../domain/server.ts";
import { defineTexts } from "./define-texts.ts";

/** What is said of a server that gave no data: what happened, and what IT can do about it. */
export interface FailureText {
  readonly what: string;
  readonly remedy: string;
}

interface Origins {
  readonly page: string;
  readonly server: string;
}

/** GeoServer of a table without a primary key. */
const NO_KEY = /primary key|natural order/i;

type FailureTexts = Readonly<
  Record<ServerFailureReason, (host: string, detail: string, origins: Origins) => FailureText>
>;

/** Data from the city's own servers. */
export const serverTexts = defineTexts({
  de: {
    title: "Von einem Server der Stadt",
    open: "Von einem Server der Stadt …",
    close: "Schließen",
    intro:
      "WFS 1.1 oder 2.0, OGC API Features oder eine Datei mit ihrer Adresse, auch Parquet. Das Geoportal der Stadt nennt solche Adressen meist unter „Dienste“.",
    address: "Adresse des Dienstes oder der Datei",
    example: (address: string) => `zum Beispiel ${address}`,
    ask: "Ebenen auflisten",
    asking: "Der Server wird gefragt …",
    stop: "Abbrechen",
    leaves: (host: string) =>
      `Die Anfrage verlässt diesen Rechner und geht nur an ${host}. Daten von hier werden nicht mitgeschickt.`,
    isNotAllowed: (host: string) => `Diese Seite darf ${host} nicht fragen: Dorthin wird nichts geschickt.`,
    leavesNothing: "Erst wenn eine Adresse genannt ist, verlässt eine Anfrage diesen Rechner.",
    allowed: (hosts: string) => `In dieser Fassung freigegeben: ${hosts}`,
    anyServer: (source: string) => `jeder Server („${source}“)`,
    noHosts: "In dieser Fassung der App ist kein Server freigegeben. Es wird deshalb nichts angefragt.",
    noHostsRemedy:
      "Bitte an die IT weitergeben: Die Adresse des Servers gehört in der Datei index.html der App in die Content-Security-Policy hinter connect-src 'self'. Beim Bauen der App geht es mit",
    noHostsCommand: `ANLAUFPUNKT_HOSTS="https://geodienste.stadt.de" npm run build`,
    kinds: { wfs: "WFS", "ogc-api": "OGC API Features", file: "Datei" },
    elsewhere: (other: string, asked: string) =>
      `Der Dienst nennt für seine Daten eine andere Adresse (${other}). Gefragt wird weiter nur ${asked}.`,
    elsewhereRemedy: (other: string) =>
      `Der Dienst nennt für seine Daten ${other}, gefragt wurde aber nur die genannte Adresse. Im Dienst sollte die Adresse stehen, unter der er von außen erreichbar ist (bei GeoServer „Proxy Base URL“); liegen die Daten wirklich dort, bitte jene Adresse nennen.`,
    layers: (count: string, one: boolean) => (one ? "1 Ebene" : `${count} Ebenen`),
    seek: "Ebenen filtern",
    noneFound: "Keine Ebene heißt so.",
    preview: "Die ersten Zeilen",
    previewing: "Die ersten Zeilen werden geladen …",
    noPreviewRows: "Der Server liefert zu dieser Ebene keine Zeilen.",
    columns: (names: string) => `Spalten: ${names}`,
    countSaid: (count: string) => `laut Server ${count} Objekte`,
    rows: (count: string) => `${count} Zeilen`,
    format: "Format",
    formats: { geojson: "GeoJSON", gml: "GML" },
    system: "Koordinatensystem",
    systemOfServer: "wie vom Server vorgesehen",
    load: "Laden",
    loading: (features: string, of: string) =>
      of ? `${features} von ${of} Objekten geladen` : `${features} Objekte geladen`,
    loadingBytes: (bytes: string, of: string) => (of ? `${bytes} von ${of} geladen` : `${bytes} geladen`),
    cancel: "Laden abbrechen",
    nothing: "Die Ebene ist leer: Der Server hat keine Objekte geliefert.",
    shortfall: {
      "pages-repeat":
        "Der Server wiederholt dieselben Objekte, statt weiterzublättern. Doppelte wurden nicht übernommen; es fehlen aber wahrscheinlich welche. Bitte an die IT weitergeben: Der Dienst beachtet STARTINDEX oder offset nicht.",
      "fewer-than-promised": "Der Server hat weniger Objekte geliefert, als er angekündigt hat.",
      limit: "Die Ebene ist größer als das, was geladen wird. Es fehlen Objekte.",
    } satisfies Record<LoadShortfall, string>,
    came: (features: string, of: string) =>
      of ? `Geladen sind ${features} von ${of} Objekten.` : `Geladen sind ${features} Objekte.`,
    takePartial: "Trotzdem übernehmen",
    dropPartial: "Verwerfen",
    requests: "Was diesen Rechner verlassen hat",
    noRequests: "Keine Anfrage bisher.",
    clear: "Liste leeren",
    time: "Zeit",
    host: "Server",
    requestAddress: "Adresse",
    bytes: "Empfangen",
    status: "Antwort",
    states: { running: "läuft", failed: "keine lesbare Antwort", answered: "beantwortet" },
    copy: "Für die IT kopieren",
    copied: "Kopiert",
    forIt: "Für die IT",
    sourceTitle: (layer: string, service: string, loaded: string) => `${layer} (${service}), geladen am ${loaded}`,
    failures: {
      "no-hosts": () => ({
        what: "In dieser Fassung der App ist kein Server freigegeben; es wurde nichts angefragt.",
        remedy: `In der index.html der App die Adresse des Servers in der Content-Security-Policy hinter connect-src 'self' eintragen, oder die App damit bauen: ANLAUFPUNKT_HOSTS="https://geodienste.stadt.de" npm run build`,
      }),
      "no-address": () => ({
        what: "Das ist keine Adresse eines Servers.",
        remedy: "Adressen beginnen mit https:// und nennen einen Server, zum Beispiel https://geodienste.stadt.de/wfs.",
      }),
      "host-not-allowed": (host, _, { server }) => ({
        what: `${host} ist in dieser Fassung der App nicht freigegeben; es wurde nichts angefragt.`,
        remedy: `In der index.html der App ${server} in der Content-Security-Policy hinter connect-src 'self' eintragen, oder die App damit neu bauen: ANLAUFPUNKT_HOSTS="${server}" npm run build (mehrere durch Leerzeichen getrennt). Sendet der Webserver die Richtlinie auch als Kopfzeile, gehört die Adresse dort ebenso hinein.`,
      }),
      insecure: (host) => ({
        what: `Die App wurde verschlüsselt geladen (https), die Adresse ist unverschlüsselt (http). Der Browser lässt das nicht zu.`,
        remedy: `${host} muss unter https erreichbar sein.`,
      }),
      "timed-out": (host, seconds) => ({
        what: `${host} hat ${seconds} Sekunden lang nichts geschickt.`,
        remedy:
          "Später noch einmal versuchen. Bleibt es dabei: Läuft der Dienst, und ist er aus diesem Netz erreichbar?",
      }),
      "too-large": (_, bytes) => ({
        what: `Die Antwort ist größer als ${bytes}; so viel wird nicht geladen.`,
        remedy:
          "Den Dienst um eine kleinere Ebene bitten, oder die Daten als GeoPackage oder Parquet herunterladen und hierher ziehen.",
      }),
      "no-cors": (host, _, { page }) => ({
        what: `${host} antwortet, erlaubt dieser Seite aber nicht, die Antwort zu lesen (CORS).`,
        remedy: `Der Server muss den Antwortkopf „Access-Control-Allow-Origin: ${page}“ (oder „*“) senden.`,
      }),
      unreachable: (host) => ({
        what: `${host} ist von hier aus nicht zu erreichen.`,
        remedy:
          "Stimmt die Adresse? Ist der Server aus diesem Netz erreichbar (VPN, Firewall, Proxy), und ist sein Zertifikat gültig? Kommt die App aus dem Internet und steht der Server im eigenen Netz, muss der Browser außerdem den Zugriff auf das lokale Netzwerk erlauben (Einstellungen dieser Website).",
      }),
      "blocked-by-page": (_, __, { server }) => ({
        what: "Die Sicherheitsregeln, mit denen diese Seite ausgeliefert wird, haben die Anfrage gesperrt; sie hat den Rechner nicht verlassen.",
        remedy: `Im Antwortkopf „Content-Security-Policy“ des Webservers, der die App ausliefert, fehlt hinter connect-src: ${server}`,
      }),
      redirected: (host, target) => ({
        what: target
          ? `${host} leitet an ${target} weiter, das nicht freigegeben ist. Dorthin wurde nichts geschickt.`
          : `${host} leitet an eine andere Adresse weiter, die nicht freigegeben ist.`,
        remedy:
          "Entweder die endgültige Adresse nennen oder ihren Server in der App mit freigeben. Leitet der Server nur von https auf http um, oft wegen eines fehlenden Schrägstrichs am Ende, gehört das im Server berichtigt.",
      }),
      login: (host) => ({
        what: `${host} verlangt eine Anmeldung.`,
        remedy:
          "Die App meldet sich nirgends an. Nötig ist ein Zugang ohne Anmeldung aus diesem Netz, oder die Daten werden heruntergeladen und als Datei hierher gezogen.",
      }),
      "not-found": (host) => ({
        what: `Unter dieser Adresse gibt es auf ${host} nichts (404).`,
        remedy:
          "Die Adresse prüfen: Bei einem WFS endet sie oft auf /wfs oder /ows, bei einer OGC API auf /collections.",
      }),
      "http-status": (host, status) => ({
        what: `${host} hat einen Fehler gemeldet (HTTP ${status}).`,
        remedy: "Ab 500 liegt es am Server; Zeit und Adresse der Anfrage stehen in der Liste unten.",
      }),
      "html-page": (host) => ({
        what: `${host} hat eine Internetseite geschickt statt Daten.`,
        remedy:
          "Das ist oft die Seite des Geoportals, eine Wartungsseite oder die eines Proxys. Gebraucht wird die Adresse des Dienstes selbst.",
      }),
      "service-error": (host, said) => ({
        what: said ? `Der Dienst auf ${host} meldet: „${said}“` : `Der Dienst auf ${host} meldet einen Fehler.`,
        remedy: NO_KEY.test(said)
          ? "Der Dienst kann nicht weiterblättern, weil der Tabelle ein Primärschlüssel fehlt, und gibt auch nicht alles auf einmal her. Bitte in der Datenbank oder im Dienst einen Primärschlüssel festlegen."
          : "Hilft ein anderes Format oder Koordinatensystem nicht, liegt es am Dienst.",
      }),
      "not-a-service": (host) => ({
        what: `Die Antwort von ${host} ist weder ein WFS noch eine OGC API Features noch eine Datei, die gelesen werden kann.`,
        remedy: "WMS und WMTS liefern Bilder, keine Daten. Gebraucht wird der WFS oder die OGC API Features.",
      }),
      "no-layers": (host) => ({
        what: `Der Dienst auf ${host} bietet keine Ebenen an.`,
        remedy: "Sind die Ebenen für die Abfrage (GetFeature) freigegeben?",
      }),
      "broken-answer": (host, detail) => ({
        what: `Die Antwort von ${host || "dem Server"} ist fehlerhaft${detail ? ` (${detail})` : ""}.`,
        remedy: "Ein anderes Format wählen. Hilft das nicht, liegt es am Dienst.",
      }),
      "systems-mixed": () => ({
        what: "Der Server liefert die Ebene in mehreren Koordinatensystemen durcheinander.",
        remedy: "Ein anderes Koordinatensystem wählen. Hilft das nicht, liegt es am Dienst.",
      }),
    } as FailureTexts,
  },
  en: {
    title: "From a server of the city",
    open: "From a server of the city …",
    close: "Close",
    intro:
      "WFS 1.1 or 2.0, OGC API Features, or a file by its address, Parquet too. The city's geoportal usually lists such addresses under “services”.",
    address: "Address of the service or file",
    example: (address: string) => `for example ${address}`,
    ask: "List the layers",
    asking: "Asking the server …",
    stop: "Cancel",
    leaves: (host: string) =>
      `The request leaves this computer and goes to ${host} only. No data from here are sent along.`,
    isNotAllowed: (host: string) => `This page may not ask ${host}: nothing is sent there.`,
    leavesNothing: "No request leaves this computer before an address has been named.",
    allowed: (hosts: string) => `Allowed in this build: ${hosts}`,
    anyServer: (source: string) => `any server (“${source}”)`,
    noHosts: "This build of the app allows no server. So nothing is asked.",
    noHostsRemedy:
      "Please pass on to IT: the address of the server belongs into the Content-Security-Policy in the app's file index.html, behind connect-src 'self'. When building the app, it is",
    noHostsCommand: `ANLAUFPUNKT_HOSTS="https://geodienste.stadt.de" npm run build`,
    kinds: { wfs: "WFS", "ogc-api": "OGC API Features", file: "File" },
    elsewhere: (other: string, asked: string) =>
      `The service names another address for its data (${other}). Still only ${asked} is asked.`,
    elsewhereRemedy: (other: string) =>
      `The service names ${other} for its data, but only the address that was entered has been asked. The service should name the address by which it is reached from outside (“Proxy Base URL” in GeoServer); where the data really are there, please enter that address.`,
    layers: (count: string, one: boolean) => (one ? "1 layer" : `${count} layers`),
    seek: "Filter layers",
    noneFound: "No layer has this name.",
    preview: "The first rows",
    previewing: "Loading the first rows …",
    noPreviewRows: "The server sends no rows for this layer.",
    columns: (names: string) => `Columns: ${names}`,
    countSaid: (count: string) => `${count} features, says the server`,
    rows: (count: string) => `${count} rows`,
    format: "Format",
    formats: { geojson: "GeoJSON", gml: "GML" },
    system: "Coordinate system",
    systemOfServer: "as the server has it",
    load: "Load",
    loading: (features: string, of: string) =>
      of ? `${features} of ${of} features loaded` : `${features} features loaded`,
    loadingBytes: (bytes: string, of: string) => (of ? `${bytes} of ${of} loaded` : `${bytes} loaded`),
    cancel: "Cancel loading",
    nothing: "The layer is empty: the server sent no features.",
    shortfall: {
      "pages-repeat":
        "The server repeats the same features instead of going on. Doubles were not taken, but some features are probably missing. Please pass on to IT: the service ignores STARTINDEX or offset.",
      "fewer-than-promised": "The server sent fewer features than it had announced.",
      limit: "The layer is larger than what is loaded. Features are missing.",
    },
    came: (features: string, of: string) =>
      of ? `${features} of ${of} features are loaded.` : `${features} features are loaded.`,
    takePartial: "Take it all the same",
    dropPartial: "Discard",
    requests: "What has left this computer",
    noRequests: "No request so far.",
    clear: "Clear the list",
    time: "Time",
    host: "Server",
    requestAddress: "Address",
    bytes: "Received",
    status: "Answer",
    states: { running: "running", failed: "no readable answer", answered: "answered" },
    copy: "Copy for IT",
    copied: "Copied",
    forIt: "For IT",
    sourceTitle: (layer: string, service: string, loaded: string) => `${layer} (${service}), loaded on ${loaded}`,
    failures: {
      "no-hosts": () => ({
        what: "This build of the app allows no server; nothing was asked.",
        remedy: `In the app's index.html, put the address of the server into the Content-Security-Policy behind connect-src 'self', or build the app with it: ANLAUFPUNKT_HOSTS="https://geodienste.stadt.de" npm run build`,
      }),
      "no-address": () => ({
        what: "This is not the address of a server.",
        remedy: "Addresses begin with https:// and name a server, for example https://geodienste.stadt.de/wfs.",
      }),
      "host-not-allowed": (host, _, { server }) => ({
        what: `${host} is not allowed in this build of the app; nothing was asked.`,
        remedy: `In the app's index.html, put ${server} into the Content-Security-Policy behind connect-src 'self', or build the app anew with it: ANLAUFPUNKT_HOSTS="${server}" npm run build (several, separated by blanks). Where the web server sends the policy as a header too, the address belongs there as well.`,
      }),
      insecure: (host) => ({
        what: "The app was loaded encrypted (https), the address is not encrypted (http). The browser does not allow this.",
        remedy: `${host} has to be reachable by https.`,
      }),
      "timed-out": (host, seconds) => ({
        what: `${host} has sent nothing for ${seconds} seconds.`,
        remedy:
          "Try again later. If it stays like this: is the service running, and can it be reached from this network?",
      }),
      "too-large": (_, bytes) => ({
        what: `The answer is larger than ${bytes}; so much is not loaded.`,
        remedy: "Ask for a smaller layer, or download the data as GeoPackage or Parquet and drag the file here.",
      }),
      "no-cors": (host, _, { page }) => ({
        what: `${host} answers, but does not allow this page to read the answer (CORS).`,
        remedy: `The server has to send the header “Access-Control-Allow-Origin: ${page}” (or “*”).`,
      }),
      unreachable: (host) => ({
        what: `${host} cannot be reached from here.`,
        remedy:
          "Is the address right? Can the server be reached from this network (VPN, firewall, proxy), and is its certificate valid? Where the app comes from the internet and the server stands in the own network, the browser has to allow access to the local network as well (settings of this site).",
      }),
      "blocked-by-page": (_, __, { server }) => ({
        what: "The security rules with which this page is delivered have blocked the request; it has not left the computer.",
        remedy: `In the header “Content-Security-Policy” of the web server that delivers the app, connect-src lacks: ${server}`,
      }),
      redirected: (host, target) => ({
        what: target
          ? `${host} redirects to ${target}, which is not allowed. Nothing was sent there.`
          : `${host} redirects to another address that is not allowed.`,
        remedy:
          "Either name the final address, or allow its server in the app as well. Where the server only redirects from https to http, often for want of a slash at the end, that has to be mended there.",
      }),
      login: (host) => ({
        what: `${host} demands a login.`,
        remedy:
          "The app logs in nowhere. What is needed is access without a login from this network; or the data are downloaded and dragged here as a file.",
      }),
      "not-found": (host) => ({
        what: `There is nothing at this address on ${host} (404).`,
        remedy: "Check the address: that of a WFS often ends in /wfs or /ows, that of an OGC API in /collections.",
      }),
      "http-status": (host, status) => ({
        what: `${host} has reported an error (HTTP ${status}).`,
        remedy: "From 500 on it is the server's fault; time and address of the request are in the list below.",
      }),
      "html-page": (host) => ({
        what: `${host} has sent a web page instead of data.`,
        remedy:
          "This is often the page of the geoportal, of maintenance or of a proxy. What is needed is the address of the service itself.",
      }),
      "service-error": (host, said) => ({
        what: said ? `The service on ${host} says: “${said}”` : `The service on ${host} reports an error.`,
        remedy: NO_KEY.test(said)
          ? "The service cannot go on by pages because the table lacks a primary key, and does not give everything at once. Please set a primary key in the database or in the service."
          : "If another format or coordinate system does not help, it is the service's fault.",
      }),
      "not-a-service": (host) => ({
        what: `The answer of ${host} is neither a WFS nor an OGC API Features nor a file that can be read.`,
        remedy: "WMS and WMTS send pictures, not data. What is needed is the WFS or the OGC API Features.",
      }),
      "no-layers": (host) => ({
        what: `The service on ${host} offers no layers.`,
        remedy: "Are the layers enabled for queries (GetFeature)?",
      }),
      "broken-answer": (host, detail) => ({
        what: `The answer of ${host || "the server"} is faulty${detail ? ` (${detail})` : ""}.`,
        remedy: "Choose another format. If that does not help, it is the service's fault.",
      }),
      "systems-mixed": () => ({
        what: "The server sends the layer in several coordinate systems at once.",
        remedy: "Choose another coordinate system. If that does not help, it is the service's fault.",
      }),
    } as FailureTexts,
  },
});
