using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Checks;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Slack.Install;

/// <summary>Lists the installations and checks their tokens. It changes nothing and renews no token.</summary>
internal sealed class InstallationsCheck(IServiceProvider services) : IDoctorCheck
{
    public string Name => "Installations";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        if (!await context.Database.CanConnectAsync(cancellationToken)
            || (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            // Another check reports problems with the database.
            yield break;
        }

        var all = await scope.ServiceProvider
            .GetRequiredService<InstallationStore>()
            .AllAsync(SlackPlatform.PlatformName, cancellationToken);
        foreach (var installation in all)
        {
            yield return await LookAsync(installation, cancellationToken);
        }

        if (all.Count == 0)
        {
            yield return new Finding.Note($"nobody has installed the app yet; that begins at {InstallEndpoints.BeginPath}");
        }
    }

    private async Task<Finding> LookAsync(Installation installation, CancellationToken cancellationToken)
    {
        var who = $"{installation.Name} ({installation.ExternalId}{(installation.IsOrgWide ? ", the whole enterprise" : "")})";
        if (installation.EndedAt is { } ended)
        {
            return new Finding.Note($"{who} removed the app on {ended:yyyy-MM-dd}");
        }

        string token;
        try
        {
            token = services.GetRequiredService<TokenProtector>().Unprotect(installation.Id, installation.Token!);
        }
        catch (CryptographicException)
        {
            return new Finding.Problem(
                $"the token of {who} cannot be opened",
                "Set the certificate or key file under which it was sealed (Protection:…, or its Former… setting), or have the app "
                    + "installed once more.");
        }

        if (installation.TokenExpiresAt < services.GetRequiredService<TimeProvider>().GetUtcNow())
        {
            return new Finding.Note($"the token of {who} has expired; the bot renews it when it is needed");
        }

        return await SlackCheck.TestAsync(
            async () =>
            {
                await services.GetRequiredService<SlackApi>().With(token).TestAuthAsync(cancellationToken);
                return $"{who} installed the app on {installation.InstalledAt:yyyy-MM-dd}, and its token is good";
            },
            $"Have {who} install the app once more, at {InstallEndpoints.BeginPath}.");
    }
}
