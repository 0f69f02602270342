import { makeStyles, tokens } from '@fluentui/react-components'
import { Panel } from '../../components/Panel.tsx'
import { TextField } from '../../components/TextField.tsx'
import { configureClient as words } from '../../strings/configure-client/options.ts'
import { isContradictory } from './client-fields.ts'
import { discoveryNow, lookupNow } from './present-text.ts'
import { SettingChoice } from './SettingChoice.tsx'
import type { KnownClientProps } from './known-client-props.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalL },
  text: { margin: 0 },
})

/** How the KMS host is found: by itself or fixed, and in which domain. */
export const DiscoveryFields = ({ fields, snapshot, edit, complaint }: KnownClientProps) => {
  const styles = useStyles()
  return (
    <>
      <SettingChoice
        name="discovery"
        title={words.discovery}
        label={words.discoveryLabel}
        now={snapshot && discoveryNow(snapshot)}
        value={fields.discovery}
        choices={[
          { value: 'automatic', label: words.automatic, hint: words.automaticHint },
          { value: 'fixed', label: words.fixed, hint: words.fixedHint },
        ]}
        onChoose={(discovery) => edit({ discovery })}
      >
        {fields.discovery === 'fixed' && (
          <div className={styles.row}>
            <TextField
              name="host"
              required
              label={words.host}
              hint={words.hostHint}
              value={fields.host}
              complaint={complaint}
              onChange={(host) => edit({ host })}
            />
            <TextField
              name="port"
              figure
              label={words.port}
              hint={words.portHint}
              value={fields.port}
              complaint={complaint}
              onChange={(port) => edit({ port })}
            />
          </div>
        )}
      </SettingChoice>
      <SettingChoice
        name="lookup"
        title={words.lookup}
        label={words.lookupLabel}
        now={snapshot && lookupNow(snapshot)}
        value={fields.lookup}
        choices={[
          { value: 'own', label: words.own, hint: words.ownHint },
          { value: 'domain', label: words.domain, hint: words.domainHint },
        ]}
        missing={snapshot?.abilities.lookupDomain === false ? words.needsWindows8 : null}
        onChoose={(lookup) => edit({ lookup })}
      >
        {fields.lookup === 'domain' && (
          <TextField
            name="lookupDomain"
            required
            label={words.domainName}
            hint={words.domainNameHint}
            value={fields.lookupDomain}
            complaint={complaint}
            onChange={(lookupDomain) => edit({ lookupDomain })}
          />
        )}
      </SettingChoice>
      {isContradictory(fields, snapshot) && (
        <Panel level="warning" alert>
          <p className={styles.text}>{words.contradiction}</p>
        </Panel>
      )}
    </>
  )
}
