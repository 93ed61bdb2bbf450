/**
 * Heights for labels at the ends of lines: as near to their lines as they can stand without covering each other, inside the frame.
 * @param wanted heights of the line ends, any order.
 * @param gap least distance of two labels.
 * @returns heights in the order of `wanted`.
 */
export function labelPlaces(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  // Labels that meet form a block around the mean of what they want (pool adjacent violators).
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const blocks: { members: number[]; start: number }[] = [];
  const height = (members: readonly number[]) => (members.length - 1) * gap;
  const startOf = (members: readonly number[]) => {
    const mean = members.reduce((sum, label, i) => sum + (wanted[label] as number) - i * gap, 0) / members.length;
    return Math.max(top, Math.min(bottom - height(members), mean));
  };
  for (const label of order) {
    let block = { members: [label], start: startOf([label]) };
    for (
      let above = blocks.at(-1);
      above && above.start + height(above.members) + gap > block.start;
      above = blocks.at(-1)
    ) {
      blocks.pop();
      const members = [...above.members, ...block.members];
      block = { members, start: startOf(members) };
    }
    blocks.push(block);
  }
  const places = new Array<number>(wanted.length);
  for (const { members, start } of blocks) {
    members.forEach((label, i) => {
      places[label] = start + i * gap;
    });
  }
  return places;
}
