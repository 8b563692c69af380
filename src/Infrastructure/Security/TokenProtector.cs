using Microsoft.AspNetCore.DataProtection;

namespace RelateBot.Infrastructure.Security;

/// <summary>Encrypts tokens for the database. A token can only be decrypted for the row that it was encrypted for.</summary>
public sealed class TokenProtector(IDataProtectionProvider protection)
{
    /// <summary>Encrypts a token for the database.</summary>
    public string Protect(Guid row, string token) => Of(row).Protect(token);

    /// <summary>Decrypts a token for the platform.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Its key is missing.</exception>
    public string Unprotect(Guid row, string sealedToken) => Of(row).Unprotect(sealedToken);

    private IDataProtector Of(Guid row) => protection.CreateProtector("RelateBot", "tokens", row.ToString("N"));
}
