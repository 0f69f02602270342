import { makeStyles, tokens } from '@fluentui/react-components'
import type { InputHTMLAttributes } from 'react'

const useStyles = makeStyles({
  input: {
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    maxWidth: '100%',
    // As a small button of Fluent's looks.
    '::file-selector-button': {
      marginRight: tokens.spacingHorizontalS,
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      fontFamily: 'inherit',
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      cursor: 'pointer',
    },
    '::file-selector-button:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
})

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  /** Extension with its dot: ".reg". */
  readonly accept: string
  readonly onPick: (file: File) => void
  /** Forgets the file once it was taken, so that the same one can be picked again. */
  readonly forgets?: boolean
}

/** Picks one file. The path stays with the browser. The rest of the props come from the Field around it. */
export const FileInput = ({ onPick, forgets = false, ...rest }: Props) => (
  <input
    {...rest}
    type="file"
    className={useStyles().input}
    onChange={(event) => {
      const input = event.currentTarget
      const picked = input.files?.[0]
      if (picked !== undefined) onPick(picked)
      if (forgets) input.value = ''
    }}
  />
)
