import { defineTexts } from "./define-texts.ts";

/** What the map itself says; everything else about it is said by the panels and the table. */
export const mapTexts = defineTexts({
  de: {
    map: "Karte. Verschieben mit den Pfeiltasten, größer und kleiner mit Plus und Minus. Die Tabelle sagt dasselbe in Worten.",
    controls: "Kartenausschnitt",
    zoomIn: "Karte vergrößern",
    zoomOut: "Karte verkleinern",
    wholeCity: "Ganze Stadt zeigen",
    scale: (length: string) => `Maßstab: Der Balken ist ${length} lang.`,
    unavailable: {
      "no-webgl": {
        title: "Hier kann gerade keine Karte gezeichnet werden",
        advice:
          "Der Browser stellt WebGL 2 nicht bereit. Meist hilft es, in seinen Einstellungen die Hardwarebeschleunigung einzuschalten oder einen aktuellen Firefox, Chrome, Edge oder Safari zu verwenden. Alle Zahlen stehen auch in der Tabelle.",
      },
      "context-lost": {
        title: "Die Karte ist angehalten",
        advice:
          "Der Browser hat der Karte den Grafikspeicher entzogen. Nichts ist verloren: Die Karte lässt sich neu zeichnen.",
      },
    },
    redraw: "Karte neu zeichnen",
  },
  en: {
    map: "Map. Move it with the arrow keys, zoom with plus and minus. The table says the same in words.",
    controls: "Map view",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    wholeCity: "Show the whole city",
    scale: (length: string) => `Scale: the bar is ${length} long.`,
    unavailable: {
      "no-webgl": {
        title: "No map can be drawn here at the moment",
        advice:
          "The browser does not provide WebGL 2. It usually helps to switch on hardware acceleration in its settings, or to use a current Firefox, Chrome, Edge or Safari. The table holds all the figures.",
      },
      "context-lost": {
        title: "The map has stopped",
        advice: "The browser took the graphics memory away from the map. Nothing is lost: the map can be drawn again.",
      },
    },
    redraw: "Draw the map again",
  },
});
