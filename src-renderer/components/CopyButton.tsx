import { Button } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useEffect, useState } from 'react'
import { common } from '../strings/common.ts'
import { announce } from './Announcer.tsx'

interface Props {
  /** The text that goes to the clipboard; never an unmasked secret. */
  readonly text: string
  /** The name of the button, for people who see it and for those who hear it. */
  readonly label: string
  /** Shows the icon alone; `label` is still its name. */
  readonly iconOnly?: boolean
  /** As high as the buttons of a commit bar. */
  readonly large?: boolean
}

/** How long the tick stands in place of the copy symbol, in milliseconds. */
const tickTime = 2000

/** Copies a text and says so. */
export const CopyButton = ({ text, label, iconOnly = false, large = false }: Props) => {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), tickTime)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      announce(common.copied)
    } catch {
      announce(common.copyFailed)
    }
  }
  return (
    <Button
      size={large ? 'medium' : 'small'}
      appearance={iconOnly ? 'subtle' : 'secondary'}
      icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={() => void copy()}
      {...(iconOnly ? { 'aria-label': label, title: label } : {})}
    >
      {iconOnly ? undefined : label}
    </Button>
  )
}
