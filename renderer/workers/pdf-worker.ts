// pdf.js reads a PDF here, away from the window's thread; the legacy build runs in the oldest Chromium the program promises.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
