/** What the database answered for the view that is shown; each entry is kept up to date by a follower in commands/answers/. */
export interface Answers {
  readonly placeholder?: undefined;
}
