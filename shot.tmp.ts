import { chromium } from 'playwright-core'
const [,, path='/annonces/chercher', out='/tmp/h3/a.png', w='390', fill='']=process.argv
const b=await chromium.launch({executablePath:'/usr/bin/chromium'})
const c=await b.newContext({viewport:{width:Number(w),height:700},javaScriptEnabled:false,locale:'fr-FR'})
const p=await c.newPage()
await p.goto('http://127.0.0.1:4713'+path)
if(fill){ for(const step of JSON.parse(fill)){ const [k,sel,v]=step; if(k==='fill')await p.fill(sel,v); if(k==='check')await p.check(sel); if(k==='select')await p.selectOption(sel,v); if(k==='click'){await p.click(sel); await p.waitForLoadState()} } }
console.log(await p.title(), p.url(), await p.evaluate(()=>0).catch(()=>''))
await p.screenshot({path:out,fullPage:true})
const box=await p.locator('body').boundingBox(); console.log('height',box?.height)
await b.close()
