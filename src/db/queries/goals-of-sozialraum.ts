import type { VorhabenHere, VorhabenPlace } from "../../domain/vorhaben-result.ts";
import type { Database, QueryOptions } from "../database.ts";

/**
 * The Vorhaben that concern a Sozialraum – in it, in an area above it, in a part of it, or in the whole city (those that name no
 * Sozialraum) – with the goals that each serves; nearest first, then in the order of the package.
 * Vorhaben name areas by id without a level: an id that several levels have means all of them.
 * @throws the database's error, or the signal's reason.
 */
export async function goalsOfSozialraum(
  db: Database,
  sozialraum: { readonly level: string; readonly id: string },
  options?: QueryOptions,
): Promise<VorhabenHere[]> {
  const result = await db.query(
    `WITH RECURSIVE
    above(level, id, depth) AS (
      SELECT $1::VARCHAR, $2::VARCHAR, 0
      UNION ALL
      SELECT link.parent_level, link.parent, above.depth + 1
      FROM above JOIN sozialraum_children link ON link.level = above.level AND link.id = above.id
      WHERE above.depth < (SELECT count(*) FROM levels)
    ),
    within(level, id, depth) AS (
      SELECT $1::VARCHAR, $2::VARCHAR, 0
      UNION ALL
      SELECT link.level, link.id, within.depth + 1
      FROM within JOIN sozialraum_children link ON link.parent_level = within.level AND link.parent = within.id
      WHERE within.depth < (SELECT count(*) FROM levels)
    ),
    named AS (
      SELECT vorhaben, CASE sozialraum WHEN $2 THEN 0 WHEN '*' THEN 3 END AS place
      FROM vorhaben_sozialraeume WHERE sozialraum IN ($2, '*')
      UNION ALL
      SELECT vorhaben, 1 FROM vorhaben_sozialraeume JOIN above ON above.id = sozialraum
      WHERE above.depth > 0 AND above.level <> ''
      UNION ALL
      SELECT vorhaben, 2 FROM vorhaben_sozialraeume JOIN within ON within.id = sozialraum WHERE within.depth > 0
      UNION ALL
      SELECT id, 3 FROM vorhaben ANTI JOIN vorhaben_sozialraeume ON vorhaben_sozialraeume.vorhaben = vorhaben.id
    ),
    nearest AS (SELECT vorhaben, min(place) AS place FROM named GROUP BY vorhaben)
    SELECT
      vorhaben.id, vorhaben.title, vorhaben.status,
      ['here', 'above', 'within', 'city'][nearest.place + 1] AS place,
      coalesce(list(serving.goal ORDER BY goals.position NULLS LAST, serving.goal) FILTER (serving.goal IS NOT NULL), [])
        AS goals
    FROM nearest
    JOIN vorhaben ON vorhaben.id = nearest.vorhaben
    LEFT JOIN vorhaben_goals serving ON serving.vorhaben = vorhaben.id
    LEFT JOIN goals ON goals.id = serving.goal
    GROUP BY vorhaben.id, vorhaben.title, vorhaben.status, vorhaben.position, nearest.place
    ORDER BY nearest.place, vorhaben.position`,
    [sozialraum.level, sozialraum.id],
    options,
  );
  return result
    .rows({ id: "text", title: "text", status: "text", place: "text", goals: "text-list" })
    .map((row) => ({ ...row, place: row.place as VorhabenPlace }));
}
