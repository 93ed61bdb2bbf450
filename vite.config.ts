import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  plugins: [react()],
  test: { include: ["test/**/*.test.ts", "test/**/*.test.tsx"] },
});
