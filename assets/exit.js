(()=>{let k=[],g,n=navigator,q="[data-exit]",t=f=>{try{return f()}catch{}},on=addEventListener,s=t(()=>sessionStorage)||{},w=()=>caches.keys().then(a=>a.map(c=>caches.delete(c))),z=()=>{t(w);t(()=>indexedDB.deleteDatabase("droombord"));
t(()=>n.serviceWorker.getRegistrations().then(a=>Promise.all(a.map(r=>r.unregister()))).then(w));t(()=>n.clearAppBadge())},
go=(d=document,h=d.documentElement,u=s.weg||d.querySelector(q)?.href||"about:blank")=>{if(g)return;g=h.hidden=1;h.replaceChildren();
t(()=>{s.clear();s.weg=u;let l=localStorage;l.clear();l.x=1;l.clear();Storage.prototype.setItem=t});
/leestafel/.test(location)&&fetch("/api/session",{method:"DELETE",keepalive:1});
z();setInterval(z,50);location.replace(u)};
if(s.weg){if(performance.navigation.type==2)return go();s.clear();z()}
on("pageshow",e=>e.persisted&&s.weg&&go());on("storage",e=>e.key||go());
on("click",e=>e.target.closest(q)&&(e.preventDefault(),go()),1);
on("keydown",e=>{k=e.key!="Shift"?[]:e.repeat?k:[e.timeStamp,...k];k[0]-k[2]<1500&&go()},1)})()
