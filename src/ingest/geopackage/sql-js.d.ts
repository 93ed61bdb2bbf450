declare module "sql.js" {
  export type SqlValue = number | bigint | string | Uint8Array | null;

  export interface Statement {
    bind(values: readonly SqlValue[]): boolean;
    step(): boolean;
    get(values?: null, options?: { readonly useBigInt?: boolean }): SqlValue[];
    getColumnNames(): string[];
    free(): boolean;
  }

  export interface Database {
    prepare(sql: string, values?: readonly SqlValue[]): Statement;
    run(sql: string): Database;
    export(): Uint8Array;
    close(): void;
  }

  export interface SqlJs {
    readonly Database: new (bytes?: Uint8Array) => Database;
  }

  export default function initSqlJs(options?: { readonly locateFile?: (file: string) => string }): Promise<SqlJs>;
}
