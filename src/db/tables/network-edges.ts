import type { Network } from "../../domain/network.ts";
import { defineTable, type TableValues } from "../table.ts";

export const networkEdgesTable = defineTable({
  name: "network_edges",
  comment: "An edge of the walking network, without its line",
  columns: {
    row: "integer",
    class: "text",
    length_metres: "double",
    one_way: "boolean",
    vertices: "integer",
    from_lon: "double",
    from_lat: "double",
    to_lon: "double",
    to_lat: "double",
    resource: "text",
  },
  comments: {
    length_metres: "As stated by the source; NULL = not stated",
    one_way: "Only from … to …",
    from_lon: "Degrees, EPSG:4326",
  },
});

export function networkEdgeRows(network: Network): TableValues<typeof networkEdgesTable.columns> {
  const edges = network.lengthMetres.length;
  const first = (edge: number) => network.lineStarts[edge] ?? 0;
  const afterLast = (edge: number) => network.lineStarts[edge + 1] ?? 0;
  const ordinate = (vertex: number, axis: 0 | 1) => network.coordinates[2 * vertex + axis] ?? Number.NaN;
  const perEdge = <T>(valueAt: (edge: number) => T) => ({ length: edges, valueAt });
  return {
    row: perEdge((edge) => edge),
    class: perEdge((edge) => network.classes[network.classIndex[edge] ?? 0]),
    length_metres: network.lengthMetres,
    one_way: network.oneWay,
    vertices: perEdge((edge) => afterLast(edge) - first(edge)),
    from_lon: perEdge((edge) => ordinate(first(edge), 0)),
    from_lat: perEdge((edge) => ordinate(first(edge), 1)),
    to_lon: perEdge((edge) => ordinate(afterLast(edge) - 1, 0)),
    to_lat: perEdge((edge) => ordinate(afterLast(edge) - 1, 1)),
    resource: perEdge(() => network.resource),
  };
}
