/* Until the app is there */
(()=>{const whole=()=>{document.documentElement.dataset.whole=""};
if(performance.getEntriesByType("navigation")[0]?.type!="navigate"||location.hash)whole();
addEventListener("popstate",whole);
addEventListener("click",({target})=>{const button=target.closest?.("#app:not([data-ready]) article button[type=button]");
if(!button)return;
const tapped=button.toggleAttribute("data-tapped");
if(button.ariaPressed||button.hasAttribute("aria-pressed"))button.setAttribute("aria-pressed",tapped)})})()
