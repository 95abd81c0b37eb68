/** How `/promotion 导入` begins. */
export { openSend } from './send.js';
