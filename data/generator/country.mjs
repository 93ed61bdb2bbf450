export async function writeCountry() {
  throw new Error("not written yet");
}
