namespace RelateBot.Infrastructure.Security;

/// <summary>Section <c>Protection</c>: protects the keys that encrypt tokens and notes.</summary>
public sealed class ProtectionOptions
{
    public const string Section = "Protection";

    /// <summary>A PKCS#12 file (.pfx) with an RSA certificate and its private key.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>The password of <see cref="CertificateFile"/>.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>Instead of a certificate: a file with 32 random bytes in base64.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>The former certificate, for the start that changes to a new one.</summary>
    public string FormerCertificateFile { get; set; } = "";

    /// <summary>The password of <see cref="FormerCertificateFile"/>.</summary>
    public string FormerCertificatePassword { get; set; } = "";

    /// <summary>The former key file, for the start that changes to a new one.</summary>
    public string FormerKeyFile { get; set; } = "";

    /// <summary>False when the keys would be stored unencrypted.</summary>
    public bool IsSet => CertificateFile.Length > 0 || KeyFile.Length > 0;

    /// <summary>True when this start changes from a former certificate or key file.</summary>
    public bool ChangesOver => FormerCertificateFile.Length > 0 || FormerKeyFile.Length > 0;
}
