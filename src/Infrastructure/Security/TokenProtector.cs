using Microsoft.AspNetCore.DataProtection;

namespace RelateBot.Infrastructure.Security;

/// <summary>Seals tokens for the database. A token opens in the row that it was sealed for and nowhere else.</summary>
public sealed class TokenProtector(IDataProtectionProvider protection)
{
    /// <summary>As the database keeps it.</summary>
    public string Protect(Guid row, string token) => Of(row).Protect(token);

    /// <summary>
    /// As the platform takes it. Throws <see cref="System.Security.Cryptography.CryptographicException"/> when its key is not there.
    /// </summary>
    public string Unprotect(Guid row, string sealedToken) => Of(row).Unprotect(sealedToken);

    private IDataProtector Of(Guid row) => protection.CreateProtector("RelateBot", "tokens", row.ToString("N"));
}
