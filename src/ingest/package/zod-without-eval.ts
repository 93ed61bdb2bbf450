import { z } from "zod";

// The content security policy forbids eval; zod would probe it when the first schema is built. Everyone here takes `z` from this file.
z.config({ jitless: true });

export { z };
