// The smallest window there is: what a start is held against.
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } })
  void window.loadURL('data:text/html,<html data-ready=true><h1>empty</h1></html>')
})
app.on('window-all-closed', () => app.quit())
