using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using MemoryViews;

// Declarations that must not compile. The compiler looks at bodies only when all declarations are right, so these are apart.
internal sealed class RefusedFields
{
    private Lease _aLeaseInAField; // CS8345
    private ReadOnlyLease _aReadOnlyLeaseInAField; // CS8345
    private Span<int> _aSpanInAField; // CS8345
    private View2D<int> _aTypedViewInAField; // CS8345
    private RowEnumerator<int> _aWalkInAField; // CS8345
    private static Lease s_aLeaseInAStaticField; // CS8345
    private Lease[] _leasesInAnArray; // CS0611
    private List<Lease> _leasesInAList; // CS9244

    private Lease ALeaseInAProperty { get; set; } // CS8345

    private struct APlainStruct
    {
        public Lease Lease; // CS8345
    }

    private readonly record struct ARecord(Lease Lease); // CS8345

    private async Task ALeaseForAnAsyncMethod(Lease lease) // CS4012
    {
        await Task.Yield();
    }
}
