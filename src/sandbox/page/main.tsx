import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
// For machines without a colour emoji font; a browser fetches it only when it meets an emoji that no other font has.
import 'twemoji-colr-font/twemoji.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/frame.css';
import './styles/clock.css';
import './styles/welcome.css';
import './styles/chat.css';
import './styles/message.css';
import './styles/blocks.css';
import './styles/inputs.css';
import './styles/dialogs.css';
import './styles/phone.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
