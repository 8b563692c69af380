using System.IO.Compression;
using System.Text;

namespace RelateBot.Bot.Teams;

/// <summary>
/// Creates the app package that a tenant's administrator uploads:
/// https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package
/// </summary>
public static class TeamsPackage
{
    private const string Prefix = "teams/";
    private const string Manifest = "manifest.json";

    /// <summary>Writes the zip file. The app's id is the bot's id.</summary>
    public static void Write(Stream output, Guid appId, string domain)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in new[] { Manifest, "color.png", "outline.png" })
        {
            using var file = typeof(TeamsPackage).Assembly.GetManifestResourceStream(Prefix + name)
                ?? throw new InvalidOperationException($"{name} is missing in this build.");
            using var entry = zip.CreateEntry(name).Open();
            if (name == Manifest)
            {
                using var reader = new StreamReader(file);
                entry.Write(Encoding.UTF8.GetBytes(Fill(reader.ReadToEnd(), appId, domain)));
            }
            else
            {
                file.CopyTo(entry);
            }
        }
    }

    /// <summary>True for a host name without scheme, path or port.</summary>
    public static bool IsDomain(string domain) =>
        Uri.CheckHostName(domain) is UriHostNameType.Dns && domain.Contains('.', StringComparison.Ordinal);

    private static string Fill(string manifest, Guid appId, string domain) =>
        manifest.Replace("{{APP_ID}}", appId.ToString(), StringComparison.Ordinal).Replace("{{DOMAIN}}", domain, StringComparison.Ordinal);
}
