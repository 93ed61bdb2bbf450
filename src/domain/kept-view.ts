/** A view that was kept for the council meeting: its address without `data`, and a title that the user may change. */
export interface KeptView {
  readonly id: string;
  readonly title: string;
  readonly address: string;
}
