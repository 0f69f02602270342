process.parentPort.on('message', ({ data, ports }) => {
  if (data?.kind === 'port') {
    const [port] = ports
    port.on('message', (event) => port.postMessage({ answered: event.data }))
    port.start()
  } else if (data === 'hang') for (;;);
  else if (data === 'crash') process.exit(3)
  else process.parentPort.postMessage({ echoed: data, args: process.argv.slice(2), type: process.type })
})
