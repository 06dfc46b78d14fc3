/** Settings: appearance, the open archive, about. */
export { SettingsPage, type SettingsPageProps } from './SettingsPage.js';
