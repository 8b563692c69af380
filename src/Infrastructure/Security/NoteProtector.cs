using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace RelateBot.Infrastructure.Security;

/// <summary>
/// Seals people's notes to themselves, with a key that opens nothing else. A note opens in the row that it was sealed for and nowhere else.
/// </summary>
public sealed class NoteProtector(IDataProtectionProvider protection)
{
    /// <summary>
    /// As the database keeps it, and the outbox. Half a surrogate pair, which no encoding has, becomes a replacement character.
    /// </summary>
    public string Protect(Guid row, string note) => Of(row).Protect(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(note)));

    /// <summary>As its owner wrote it; null when its key is not there any more.</summary>
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
