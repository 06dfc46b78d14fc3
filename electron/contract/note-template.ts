/** What stands in the templates of notes for what is only known when a note is made of one. Pure; both clients fill alike. */

export interface TemplateValues {
  readonly title: string;
  /** The day it is made, as the person's calendar has it. */
  readonly date: Date;
}

/** `{{title}}` and `{{date}}` (YYYY-MM-DD); anything else in double braces stays as it is. */
export function fillTemplate(body: string, { title, date }: TemplateValues): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return body.replace(/\{\{(title|date)\}\}/g, (_, name) => (name === 'title' ? title : day));
}
