import { type ComponentType, lazy, Suspense, useEffect } from "react";
import { setPending } from "../../commands/app.ts";
import { useApp } from "../app-context.tsx";

/** A part of the window that is loaded when it is first shown, so that the first map does not wait for it. Until it is there, the view is not ready. */
export function later<Props extends object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => React.JSX.Element {
  const Part = lazy(async () => ({ default: await load() }));
  return (props) => (
    <Suspense fallback={<Loading name={name} />}>
      <Part {...props} />
    </Suspense>
  );
}

function Loading({ name }: { name: string }) {
  const app = useApp();
  useEffect(() => {
    setPending(app, `part ${name}`, true);
    return () => setPending(app, `part ${name}`, false);
  }, [app, name]);
  return null;
}
