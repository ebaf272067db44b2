/** IndexedDB without the program: what its figures are held against. */

/** A database of its own with these stores. */
export const bareStore = async (stores: readonly string[]): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(`bare-${stores.join('-')}`, 1)
    opening.onupgradeneeded = () => {
      for (const name of stores) opening.result.createObjectStore(name)
    }
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })

/** One row per store in one strict transaction. */
export const putBare = (store: IDBDatabase, key: string, rows: Readonly<Record<string, unknown>>): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = store.transaction(Object.keys(rows), 'readwrite', { durability: 'strict' })
    for (const [name, row] of Object.entries(rows)) transaction.objectStore(name).put(row, key)
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
  })

/** Every row of a ledger through the index that names it. */
export const getAllBare = (store: IDBDatabase, name: string, ledgerId: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const asking = store.transaction(name).objectStore(name).index('ledgerId').getAll(ledgerId)
    asking.onsuccess = () => resolve(asking.result)
    asking.onerror = () => reject(asking.error)
  })
