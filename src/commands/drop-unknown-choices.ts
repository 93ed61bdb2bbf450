import { writeAddress } from "../state/address.ts";
import { type UnknownChoice, unknownChoices } from "../state/selectors/unknown-choices.ts";
import type { View } from "../state/view.ts";
import { type App, notify, setView } from "./app.ts";

/**
 * Sets aside what the view asks for and the open package does not have, each with a notice. Called whenever a part of the package has
 * arrived, and when the address changed by other hands. Without a notice where the user has taken the data away.
 */
export function dropUnknownChoices(app: App, isSaid = true): void {
  // One at a time: which areas are known depends on the level that is left.
  let found = unknownChoices(app.store.getState())[0];
  if (!found) return;
  for (; found; found = unknownChoices(app.store.getState())[0]) {
    setView(app, without(app.store.getState().view, found));
    if (isSaid) notify(app, "warning", { key: "url-value-ignored", name: found.key, value: found.value });
  }
  // The notice has said it: the address is in step with what is shown again.
  app.services.address.write(writeAddress(app.store.getState().view), "replace");
}

function without(view: View, { key, value }: UnknownChoice): Partial<View> {
  switch (key) {
    case "kind":
    case "candidates":
    case "within":
    case "without": {
      const left = view[key]?.filter((id) => id !== value);
      return { [key]: left && left.length > 0 ? left : undefined };
    }
    case "compare":
      return { compare: view.compare.filter((id) => id !== value) };
    default:
      return { [key]: undefined };
  }
}
