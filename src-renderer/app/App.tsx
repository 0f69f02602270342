import { FluentProvider, RendererProvider } from '@fluentui/react-components'
import { useEffect } from 'react'
import { Announcer } from '../components/Announcer.tsx'
import { themeOf } from '../theme/themes.ts'
import { useAppearance } from '../theme/use-appearance.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { createNonceRenderer } from './griffel-renderer.ts'
import { Layout } from './Layout.tsx'
import { followMenu } from './menu-commands.ts'
import { RouteView } from './RouteView.tsx'
import { useUsableMark } from './use-usable-mark.ts'

const renderer = createNonceRenderer(document)

/** The whole window: providers, then the frame, then the page that the route names. */
export const App = () => {
  const appearance = useAppearance()
  useEffect(followMenu, [])
  useUsableMark()
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={themeOf(appearance)}>
        <ErrorBoundary>
          <Layout>
            <RouteView />
          </Layout>
        </ErrorBoundary>
        <Announcer />
      </FluentProvider>
    </RendererProvider>
  )
}
