import { createSocket } from 'node:dgram'
import { createServer, type Server } from 'node:net'

/** Listeners on this machine that count what reaches them. */
export interface Listeners {
  /** Where a page of the program would find them; the two host names mean this machine everywhere. */
  readonly tcp: string
  readonly udp: string
  readonly hits: () => readonly string[]
  readonly close: () => Promise<void>
}

/** A TCP listener hears every kind of request; its first line says which. The UDP listener hears STUN. */
export const listen = async (): Promise<Listeners> => {
  const hits: string[] = []
  const server: Server = createServer((socket) => {
    hits.push('tcp connection')
    socket.on('data', (data) => {
      hits.push(data.toString('latin1').split('\r\n')[0] ?? '')
      socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok')
    })
    socket.on('error', () => hits.push('tcp error'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = createSocket('udp4')
  socket.on('message', () => hits.push('udp packet'))
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    tcp: `127.0.0.1:${port}`,
    udp: `127.0.0.1:${socket.address().port}`,
    hits: () => [...hits],
    close: async () => {
      socket.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}
