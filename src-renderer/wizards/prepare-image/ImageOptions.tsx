import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { FindingList } from '../../components/FindingList.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { common } from '../../strings/common.ts'
import { prepareImage as words } from '../../strings/prepare-image.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import type { ImageFields } from './image-fields.ts'
import { createImageReading } from './image-reading.ts'
import { ImageFacts } from './ImageFacts.tsx'
import { TaskChoice } from './TaskChoice.tsx'

/** Step 2: the rearms that are left, and what is to be done. */
export const ImageOptions = ({ fields, computer, edit, complaint }: OptionsProps<ImageFields>) => {
  const [source] = useState(() => createImageReading(bridge, computer.target))
  const reading = useStore(source.store)
  useEffect(() => {
    void source.read()
    return source.dispose
  }, [source])
  switch (reading.phase) {
    case 'busy':
      return <Spinner size="small" labelPosition="after" label={words.reading} />
    case 'failed':
      return (
        <ErrorPanel error={reading.error} title={words.readFailed}>
          <Button size="small" onClick={() => void source.read()}>
            {common.tryAgain}
          </Button>
        </ErrorPanel>
      )
    case 'read': {
      const { image } = reading
      const { choices, findings } = image
      return (
        <>
          <ImageFacts image={image} again={() => void source.read()} />
          {findings.length > 0 && (
            <Section title={words.warnings}>
              <FindingList findings={findings} label={words.warnings} />
            </Section>
          )}
          {choices.every(({ refused }) => refused !== null) && (
            <Panel level="problem" alert title={words.noneTitle}>
              {words.noneText}
            </Panel>
          )}
          <TaskChoice choices={choices} fields={fields} edit={edit} complaint={complaint} />
        </>
      )
    }
  }
}
