// Icons of this extension, drawn here: 24 x 24, one stroke, in the colour of the words beside them.

const draw = (paths) =>
  '<svg xmlns="http://www.w3.org/2000/svg" class="ck-Icon" viewBox="0 0 24 24" width="24" height="24" fill="none" ' +
  `stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">` +
  `${paths}</svg>`;

export const homeIcon = draw(
  '<path d="M3.5 11.5 12 4l8.5 7.5"/><path d="M6 10v9.5h12V10"/><path d="M10 19.5V14h4v5.5"/>',
);
export const doneIcon = draw('<path d="m5 12.5 4.5 4.5L19 7.5"/>');
export const runIcon = draw('<path d="M7.5 5v14l11-7z" fill="currentColor"/>');
export const stopIcon = draw('<rect x="6.5" y="6.5" width="11" height="11" rx="1.5" fill="currentColor"/>');
export const againIcon = draw('<path d="M5.5 12a6.5 6.5 0 1 0 2.2-4.9"/><path d="M5 4.5v4h4"/>');
export const insertIcon = draw('<path d="M12 5.5v13"/><path d="M5.5 12h13"/>');
export const saveIcon = draw('<path d="M12 4.5v9.5"/><path d="m7.5 10 4.5 4.5 4.5-4.5"/><path d="M5 19h14"/>');
export const handIcon = draw(
  '<path d="M7 13V6.8a1.4 1.4 0 0 1 2.8 0V11"/><path d="M9.8 10.5V4.4a1.4 1.4 0 0 1 2.8 0v6.1"/>' +
    '<path d="M12.6 10.5V5.6a1.4 1.4 0 0 1 2.8 0V12"/><path d="M15.4 9a1.4 1.4 0 0 1 2.8 0v5.5A5.7 5.7 0 0 1 12.4 20C9 20 7.6 18.4 5 14.6c-.9-1.4.6-2.7 1.8-1.8"/>',
);
export const deleteIcon = draw('<path d="M5 7.5h14"/><path d="M9.5 7V5h5v2"/><path d="m7 7.5.8 11.5h8.4L17 7.5"/>');
export const versionsIcon = draw('<path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5"/><path d="M4 4.5v4.5h4.5"/><path d="M12 8v4.5l3 2"/>');
