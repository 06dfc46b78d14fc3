export { OcrCommand, type OcrCommandProps } from './OcrCommand.js';
