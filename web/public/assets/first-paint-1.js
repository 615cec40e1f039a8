// Before anything is painted: the look that was chosen on this host, for the canvas that stands until the app does.
// The server lets files under /assets be kept for good: a change of this one takes a new number in its name.
const [, theme, language] = /(?:^|; )iza_look=(light|dark|system)~(en|de)?~/.exec(document.cookie) ?? []
if (theme === 'light' || theme === 'dark') {
  document.documentElement.dataset.theme = theme
  document.querySelector('meta[name="color-scheme"]').content = theme
}
if (language) document.documentElement.lang = language
