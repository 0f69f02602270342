import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    // A script of several lines stays one.
    whiteSpace: 'pre-wrap',
  },
})

/** A command, a key or a code in a fixed-width face. */
export const CommandText = ({ text }: { readonly text: string }) => <code className={useStyles().code}>{text}</code>
