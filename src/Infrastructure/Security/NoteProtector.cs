using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace RelateBot.Infrastructure.Security;

/// <summary>
/// Encrypts people's private notes, with a purpose of its own. A note can only be decrypted for the row that it was encrypted for.
/// </summary>
public sealed class NoteProtector(IDataProtectionProvider protection)
{
    /// <summary>
    /// Encrypts a note for the database and the outbox. Unpaired surrogates, which can't be encoded, become replacement characters.
    /// </summary>
    public string Protect(Guid row, string note) => Of(row).Protect(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(note)));

    /// <summary>Decrypts a note.</summary>
    /// <returns>The note as written; null when its key is missing.</returns>
    public string? TryUnprotect(Guid row, string sealedNote)
    {
        try
        {
            return Of(row).Unprotect(sealedNote);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Of(Guid row) => protection.CreateProtector("RelateBot", "notes", row.ToString("N"));
}
