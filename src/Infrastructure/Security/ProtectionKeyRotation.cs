using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Infrastructure.Security;

/// <summary>
/// Runs at a start with a former certificate or key file: creates a new key, protected by the new certificate or key file, and encrypts
/// every token and note again with it, so that the former one can be removed. It must run before anything is decrypted, so that Data
/// Protection knows the new key.
/// </summary>
public sealed partial class ProtectionKeyRotation(
    OrganisationScope organisations,
    IKeyManager keys,
    TokenProtector tokenProtector,
    NoteProtector noteProtector,
    IOptions<ProtectionOptions> options,
    ILogger<ProtectionKeyRotation> logger)
{
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromDays(90);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.ChangesOver)
        {
            return;
        }

        // Data Protection chooses its newest key by the system clock.
        var now = TimeProvider.System.GetUtcNow();
        keys.CreateNewKey(now, now + KeyLifetime);
        var encrypted = 0;
        foreach (var installation in await organisations.AcrossAsync(
            (InstallationStore store, CancellationToken token) => store.WithTokenAsync(token),
            cancellationToken))
        {
            encrypted += await TryReencryptAsync(installation, cancellationToken) ? 1 : 0;
        }

        var notes = await organisations.AcrossAsync(
            (RelateDbContext context, CancellationToken token) => ReencryptNotesAsync(context, token),
            cancellationToken);
        Log.ChangedOver(logger, encrypted, notes);
    }

    private async Task<bool> TryReencryptAsync(Installation read, CancellationToken cancellationToken)
    {
        try
        {
            return await organisations.CommitAsync(
                read.OrganisationId,
                (InstallationStore store, CancellationToken token) => TryReencryptAsync(store, read.Id, token),
                cancellationToken);
        }
        catch (ConflictException)
        {
            // Another host has just written it, with its newest key.
            return false;
        }
    }

    private async Task<bool> TryReencryptAsync(InstallationStore store, Guid id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { Token: { } token } installation)
        {
            return false;
        }

        installation.Renew(
            Reencrypt(id, token),
            installation.RefreshToken is { } refreshToken ? Reencrypt(id, refreshToken) : null,
            installation.TokenExpiresAt);
        return true;
    }

    private async Task<int> ReencryptNotesAsync(RelateDbContext context, CancellationToken cancellationToken)
    {
        var encrypted = 0;
        var written = await context.FocusPeople
            .IgnoreQueryFilters()
            .Where(entry => entry.Note != null)
            .Select(entry => new { entry.Id, entry.Note })
            .ToListAsync(cancellationToken);
        foreach (var entry in written)
        {
            encrypted += noteProtector.TryUnprotect(entry.Id, entry.Note!) is { } opened
                ? await ReplaceAsync(context, entry.Id, entry.Note!, noteProtector.Protect(entry.Id, opened), cancellationToken)
                : 0;
        }

        return encrypted;
    }

    /// <summary>Replaces a note only if it hasn't changed: its owner may be writing a new one on another host.</summary>
    private static Task<int> ReplaceAsync(RelateDbContext context, Guid id, string note, string encrypted,
        CancellationToken cancellationToken) =>
        context.FocusPeople.IgnoreQueryFilters().Where(entry => entry.Id == id && entry.Note == note)
            .ExecuteUpdateAsync(update => update.SetProperty(entry => entry.Note, encrypted), cancellationToken);

    private string Reencrypt(Guid row, string token) => tokenProtector.Protect(row, tokenProtector.Unprotect(row, token));

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Information,
            Message = "{Tokens} tokens and {Notes} notes are encrypted again under the new certificate or key file. Remove the "
                + "Protection:Former… settings.")]
        public static partial void ChangedOver(ILogger logger, int tokens, int notes);
    }
}
