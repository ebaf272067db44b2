import { Button, Modal } from 'antd'
import { SHORTCUTS, SHORTCUTS_WORDS } from '../../messages/shortcuts.ts'
import './shortcuts.css'

/** Every key of the program, by place. */
export const ShortcutsDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Modal
    open
    title={SHORTCUTS_WORDS.title}
    width={1120}
    centered
    onCancel={onClose}
    footer={
      <Button type="primary" autoFocus onClick={onClose}>
        {SHORTCUTS_WORDS.close}
      </Button>
    }
  >
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
    <section className="shortcuts" tabIndex={0} aria-label={SHORTCUTS_WORDS.title}>
      <div className="shortcuts-places">
        {SHORTCUTS.map(({ place, keys }) => (
          <section key={place} aria-label={place}>
            <h3>{place}</h3>
            <dl>
              {keys.map((shortcut) => (
                <div key={shortcut.keys}>
                  <dt>
                    <kbd>{shortcut.keys}</kbd>
                  </dt>
                  <dd>{shortcut.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </section>
  </Modal>
)
