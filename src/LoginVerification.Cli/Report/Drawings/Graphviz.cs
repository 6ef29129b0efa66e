using System.ComponentModel;
using System.Diagnostics;
using System.Xml;
using System.Xml.Linq;

namespace LoginVerification.Cli;

/// <summary>Lays graphs out with Graphviz, where it is installed.</summary>
internal static class Graphviz
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A graph as SVG, without names of its own; null where there is no Graphviz, or where it fails or takes too long.</summary>
    public static async Task<XElement?> LayOutAsync(string dot, CancellationToken cancellationToken)
    {
        using var process = Start();
        if (process is null)
            return null;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(Patience);
        try
        {
            var drawn = process.StandardOutput.ReadToEndAsync(waiting.Token);
            var complaints = process.StandardError.ReadToEndAsync(waiting.Token);
            await process.StandardInput.WriteAsync(dot.AsMemory(), waiting.Token);
            process.StandardInput.Close();
            var svg = await drawn;
            await complaints;
            await process.WaitForExitAsync(waiting.Token);
            return process.ExitCode == 0 ? Read(svg) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or XmlException)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private static Process? Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("dot", ["-Tsvg"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static XElement Read(string svg)
    {
        using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return Bare(XElement.Load(reader));
    }

    /// <summary>Inside a page elements need no namespace, two graphs must not share an id, and what Graphviz calls its nodes is no title.</summary>
    private static XElement Bare(XElement element) => new(
        element.Name.LocalName,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace == XNamespace.None && attribute.Name != "id"),
        element.Nodes().Select(node => node switch
        {
            XElement child => child.Name.LocalName is "title" ? null : Bare(child),
            XText words => new XText(words.Value),
            _ => (XNode?)null,
        }));
}
