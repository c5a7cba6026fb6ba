-- Pages that were read from their pictures.

alter table document add column scanned_pages integer;
comment on column document.scanned_pages is 'pages that hold no text: read by OCR where reader begins with pdf+ocr, else left out; null where the format has no pages or the file was refused';
comment on column document.reader is 'which reader read it and its version; pdf+ocr where pages were read from their pictures: its words may be misread, so leave such records out where each character counts; null where none could';
