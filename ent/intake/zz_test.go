package intake_test
import ("testing";"time";"runtime";"os";"sifang/ent/intake")
func TestCmp(t *testing.T){ b,_:=os.ReadFile("/dev/shm/xl/50k.xlsx"); var m0,m1 runtime.MemStats; runtime.ReadMemStats(&m0); t0:=time.Now(); intake.Parse(b,nil,limits);runtime.ReadMemStats(&m1); t.Log(time.Since(t0),(m1.TotalAlloc-m0.TotalAlloc)>>20,m1.HeapSys>>20)}
