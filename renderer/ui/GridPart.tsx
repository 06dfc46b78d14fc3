/**
 * A row or cell of a grid whose rows are placed by hand: a real table draws every row. The grid itself has the focus
 * and names the active row by `aria-activedescendant`, so no part takes it.
 */
import type { ComponentProps } from 'react';

export interface GridPartProps extends Omit<ComponentProps<'div'>, 'role'> {
  readonly part: 'grid' | 'row' | 'rowheader' | 'columnheader' | 'gridcell';
}

export function GridPart({ part, ...props }: GridPartProps) {
  return <div {...props} role={part} />;
}
