import { makeStyles, tokens } from '@fluentui/react-components'

/** Height of a line, in pixels: all are the same, so that any line is found by its number. */
export const lineHeight = 34
/** Height of the headings with the line under them, in pixels. */
export const headHeight = lineHeight + 1

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const

/** The looks of the table. Its columns are one CSS variable, so that a change of width draws no line anew. */
export const useGridStyles = makeStyles({
  scroller: {
    position: 'relative',
    flexGrow: 1,
    minHeight: '240px',
    overflow: 'auto',
    // What changes in it moves nothing around it, and its ten thousand lines make no page taller.
    contain: 'strict',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // Stays in view while the scroller moves: what is drawn in it is never blank, even where scrolling is ahead of drawing.
  pane: {
    position: 'sticky',
    top: 0,
    display: 'block',
    overflow: 'hidden',
    width: '100%',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  body: { display: 'block' },
  header: {
    display: 'block',
    position: 'relative',
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: 'var(--kit-columns)',
    boxSizing: 'border-box',
    height: `${lineHeight}px`,
    lineHeight: `${lineHeight - 1}px`,
    contain: 'layout style',
  },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
  },
  active: { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  group: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    paddingLeft: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
  },
  groupText: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  count: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  cell: { ...cut, padding: `0 ${tokens.spacingHorizontalS}`, fontWeight: tokens.fontWeightRegular, textAlign: 'left' },
  numeric: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  state: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  check: { display: 'flex', alignItems: 'center', justifyContent: 'center', cursor: 'pointer', fontSize: '18px' },
  columnHead: { position: 'relative', minWidth: 0, padding: 0 },
  sortButton: {
    ...cut,
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  edge: {
    position: 'absolute',
    top: 0,
    right: 0,
    width: '6px',
    height: '100%',
    cursor: 'col-resize',
    touchAction: 'none',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { borderRight: `2px solid ${tokens.colorCompoundBrandStroke}` },
  },
  nothing: { padding: tokens.spacingHorizontalL, margin: 0, color: tokens.colorNeutralForeground2 },
})
