import { SHELL } from '../shared/messages/shell.ts'

/** The texts of the Debian package. [Note: Kind of file] The name of our kind stands here and in electron-builder.yml. */
export const MIME_TYPE = 'application/x-zhenggai-ledger'

const SUMMARY = '巡视巡察整改台账与四张清单，单机离线使用'

/**
 * The packages that hold what the binary is linked to, by the names of Debian 10 to 12 and Ubuntu 20.04, on which the domestic desktops
 * stand; newer releases provide them under these names too.
 */
const DEPENDS = [
  'libc6',
  'libgcc-s1 | libgcc1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libatk1.0-0',
  'libatspi2.0-0',
  'libcairo2',
  'libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libglib2.0-0',
  'libgtk-3-0',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
]

export interface DebFacts {
  readonly name: string
  readonly version: string
  readonly architecture: string
  readonly installedKilobytes: number
  readonly isDevelopmentRuntime: boolean
}

export const controlText = ({ name, version, architecture, installedKilobytes, isDevelopmentRuntime }: DebFacts): string =>
  [
    `Package: ${name}`,
    // Before the version itself in Debian's order: a real package replaces one made for trying.
    `Version: ${version}${isDevelopmentRuntime ? '~devruntime' : ''}`,
    `Architecture: ${architecture}`,
    'Section: editors',
    'Priority: optional',
    `Maintainer: the contributors of ${name} <${name}@localhost>`,
    `Installed-Size: ${installedKilobytes}`,
    `Depends: ${DEPENDS.join(', ')}`,
    'Recommends: fonts-noto-cjk, xdg-utils',
    `Description: ${SHELL.program}`,
    ` ${SUMMARY}。`,
    ...(isDevelopmentRuntime ? [' .', ' 用开发运行时打包，仅供测试，不得分发。'] : []),
    '',
  ].join('\n')

export const desktopText = (name: string, executable: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${SHELL.program}`,
    `Comment=${SUMMARY}`,
    `Exec=${executable} %F`,
    `Icon=${name}`,
    'Terminal=false',
    'Categories=Office;',
    `MimeType=${MIME_TYPE};`,
    `StartupWMClass=${name}`,
    '',
  ].join('\n')

export const mimeText = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${MIME_TYPE}">
    <comment>${SHELL.program}文件</comment>
    <sub-class-of type="application/zip"/>
    <glob pattern="*.zgtz"/>
  </mime-type>
</mime-info>
`

export const copyrightText = (
  name: string,
  folder: string,
): string => `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: ${name}

Files: *
Copyright: the contributors of ${name}
License: Apache-2.0
 On Debian systems the full text is in /usr/share/common-licenses/Apache-2.0.

Files: ${folder}/*
Copyright: Electron contributors; the Chromium authors; the authors of the bundled libraries
License: Expat and others
 Electron: ${folder}/LICENSE.electron.txt
 Chromium and what it is built on: ${folder}/LICENSES.chromium.html
 The program: ${folder}/LICENSE.txt
 Libraries bundled into it: ${folder}/LICENSES.libraries.txt
`
