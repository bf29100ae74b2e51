// The worker's first lines; the build puts what wasm-bindgen writes before them. The page sends the compiled program: this worker may load
// nothing and call nobody (the content policy of its own answer says so). Then it answers every question, in their order.
onmessage = async ({ data: module_or_path }) => {
  await wasm_bindgen({ module_or_path });
  onmessage = ({ data }) => postMessage(wasm_bindgen.answer(data));
  // The first question unpacks lists and rules, before anybody waits for it.
  postMessage(wasm_bindgen.answer("0"));
};
