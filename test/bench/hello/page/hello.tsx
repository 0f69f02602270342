import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'

const Hello = () => {
  useEffect(() => {
    performance.mark('usable')
  }, [])
  return <h1>Hello</h1>
}

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no element with the id "root"')
createRoot(root).render(<Hello />)
