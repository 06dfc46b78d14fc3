export { RereadCommand, type RereadCommandProps } from './RereadCommand.js';
