using System;

namespace MemoryViews.Docs.Tests.Samples;

/// <summary>What an exception of the library tells.</summary>
public static class ErrorSamples
{
    public static void RefusingALoan()
    {
        // sample: refusing-a-loan
        ExportHolder[] holders = [new("preview", TimeSpan.FromSeconds(3), StackTrace: null)];
        Exception refusal = new BufferException("The buffer cannot grow while it is lent: dispose the view that holds it.", holders);

        if (refusal is IViewException { Code: ViewErrorCode.LoansOut })
        {
            Console.WriteLine(refusal.Message);
        }
        // end
    }
}
