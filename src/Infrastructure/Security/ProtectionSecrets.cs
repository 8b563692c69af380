using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace RelateBot.Infrastructure.Security;

/// <summary>Reads the certificate or the key file. The host doesn't start when one is invalid; the error names the setting.</summary>
internal sealed class ProtectionSecrets : IValidateOptions<ProtectionOptions>
{
    private const int KeyLength = 32;

    public ValidateOptionsResult Validate(string? name, ProtectionOptions options)
    {
        List<string> faults =
        [
            .. FaultOfCertificate(nameof(options.CertificateFile), options.CertificateFile, options.CertificatePassword),
            .. FaultOfCertificate(nameof(options.FormerCertificateFile), options.FormerCertificateFile, options.FormerCertificatePassword),
            .. FaultOfKey(nameof(options.KeyFile), options.KeyFile),
            .. FaultOfKey(nameof(options.FormerKeyFile), options.FormerKeyFile),
        ];
        if (options is { CertificateFile.Length: > 0, KeyFile.Length: > 0 })
        {
            faults.Add(
                "Set either Protection:CertificateFile or Protection:KeyFile: only one of them encrypts the keys. The former one goes "
                    + "into its Former setting.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Reads a certificate.</summary>
    /// <returns>Null when none is set or it can't be read.</returns>
    public static X509Certificate2? TryCertificate(string file, string password) =>
        file.Length > 0 && !FaultOfCertificate("", file, password).Any() ? Certificate(file, password) : null;

    /// <summary>Reads the key in a file.</summary>
    /// <exception cref="FormatException">The file doesn't contain 32 bytes in base64.</exception>
    public static byte[] Key(string file)
    {
        var key = Convert.FromBase64String(File.ReadAllText(file).Trim());
        return key.Length == KeyLength ? key : throw new FormatException($"It has {key.Length} bytes, not {KeyLength}.");
    }

    private static X509Certificate2 Certificate(string file, string password) => X509CertificateLoader.LoadPkcs12FromFile(file, password);

    private static IEnumerable<string> FaultOfCertificate(string setting, string file, string password)
    {
        if (file.Length == 0)
        {
            return [];
        }

        try
        {
            using var certificate = Certificate(file, password);
            using var key = certificate.GetRSAPrivateKey();
            return key is null
                ? [$"Protection:{setting} has no RSA private key. Export the certificate together with its key, as PKCS#12."]
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return [$"Protection:{setting} cannot be read as PKCS#12 with its password: {exception.Message}"];
        }
    }

    private static IEnumerable<string> FaultOfKey(string setting, string file)
    {
        if (file.Length == 0)
        {
            return [];
        }

        try
        {
            Key(file);
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            return [$"Protection:{setting} must be a file with 32 random bytes in base64 (openssl rand -base64 32): {exception.Message}"];
        }
    }
}
