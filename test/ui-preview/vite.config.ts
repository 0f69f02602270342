/**
 * Serves the renderer with a scripted bridge in place of the preload's, for looking at pages without main:
 * `npx vite build -c test/ui-preview/vite.config.ts`, then open the result with `vite preview`. A test device: nothing in
 * the product knows it.
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Puts the scripted bridge before the app, and the nonce and policy that main's protocol handler would send. */
const scriptedBridge: Plugin = {
  name: 'scripted-bridge',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html
        .replace('__CSP_NONCE__', 'preview')
        .replace(
          '<title>',
          `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self' 'nonce-preview'; img-src 'self' data:; font-src 'self'; connect-src 'self'" /><title>`,
        )
        .replace(
          '<script type="module" src="./app/main.tsx">',
          `<script type="module" src="/@fs${here}scripted-bridge.ts"></script><script type="module" src="./app/main.tsx">`,
        ),
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('../../src-renderer', import.meta.url)),
  base: './',
  plugins: [react(), scriptedBridge],
  resolve: { alias: [{ find: /^\/@fs/, replacement: '' }] },
  build: { outDir: fileURLToPath(new URL('../../out/ui-preview', import.meta.url)), emptyOutDir: true },
})
