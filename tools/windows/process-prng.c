/* ProcessPrng, which rolldown's binding for Windows wants and wine 8 lacks. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length) {
  while (length > 0) {
    ULONG piece = length > 0x10000000 ? 0x10000000 : (ULONG)length;
    if (!SystemFunction036(bytes, piece)) return FALSE;
    bytes += piece;
    length -= piece;
  }
  return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) { return TRUE; }
